"""What the log comes to, beside a dictionary that is simply changed."""

from copy import deepcopy
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from didgah.briefing import saved
from didgah.briefing.items import Item, item_row
from didgah.briefing.log import append, load, new_event

START = datetime(2026, 1, 1, tzinfo=UTC)
_names = st.sampled_from(("b1", "b2", "b3"))
_items = st.sampled_from(("i1", "i2", "i3", "i4"))
_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_places = st.integers(0, 5)


class Written(RuleBasedStateMachine):
    """Every rule writes an event and does the same to `here`, a dictionary of dictionaries."""

    folder = None

    def __init__(self):
        super().__init__()
        self.here, self.past, self.events, self.minutes = {}, {}, [], 0

    def write(self, action, name, **value):
        self.minutes += 1
        event = new_event(action, name, START + timedelta(minutes=self.minutes), **value)
        self.events.append(event)
        return event

    def note(self, name, event):
        self.past.setdefault(name, []).append((event.id, deepcopy(self.here[name])))

    def change(self, name, event, change):
        one = self.here.get(name)
        if one is None or one["deleted"]:
            return
        before = deepcopy(one)
        change(one)
        if one != before:
            self.note(name, event)

    @rule(name=_names, title=_words, language=st.sampled_from(("fa", "en")))
    def create(self, name, title, language):
        event = self.write("created", name, title=title, language=language, version="v1")
        if name not in self.here:
            self.here[name] = {"title": title, "language": language, "version": "v1",
                               "items": [], "deleted": False}
            self.note(name, event)

    @rule(name=_names, of=_names, title=_words)
    def duplicate(self, name, of, title):
        event = self.write("duplicated", name, of=of, title=title)
        if name not in self.here and of in self.here:
            self.here[name] = deepcopy(self.here[of]) | {"title": title, "deleted": False}
            self.note(name, event)

    @rule(name=_names, title=_words)
    def rename(self, name, title):
        event = self.write("renamed", name, title=title)
        self.change(name, event, lambda one: one.update(title=title))

    @rule(name=_names, language=st.sampled_from(("fa", "en", "ru", "ar")))
    def speak(self, name, language):
        event = self.write("language", name, language=language)
        self.change(name, event, lambda one: one.update(language=language))

    @rule(name=_names, version=st.sampled_from(("v1", "v2", "")))
    def update(self, name, version):
        event = self.write("updated", name, version=version)
        self.change(name, event, lambda one: one.update(version=version))

    @rule(name=_names, item=_items, to=st.none() | _places)
    def add(self, name, item, to):
        value = {"item": item_row(Item(item, "coverage"))} | ({} if to is None else {"to": to})
        event = self.write("added", name, **value)

        def change(one):
            if all(row[0] != item for row in one["items"]):
                at = len(one["items"]) if to is None else to
                one["items"].insert(at, [item, "", ""])

        self.change(name, event, change)

    @rule(name=_names, item=_items)
    def remove(self, name, item):
        event = self.write("removed", name, item=item)
        self.change(name, event, lambda one: one.update(
            items=[row for row in one["items"] if row[0] != item]))

    @rule(name=_names, item=_items, to=_places)
    def move(self, name, item, to):
        event = self.write("moved", name, item=item, to=to)

        def change(one):
            moved = [row for row in one["items"] if row[0] == item]
            if moved:
                rest = [row for row in one["items"] if row[0] != item]
                one["items"] = rest[:to] + moved + rest[to:]

        self.change(name, event, change)

    @rule(name=_names, item=_items, headline=_words)
    def edit(self, name, item, headline):
        event = self.write("edited", name, item=item, headline=headline)

        def change(one):
            for row in one["items"]:
                if row[0] == item:
                    row[1] = headline

        self.change(name, event, change)

    @rule(name=_names, gone=st.booleans())
    def delete_or_restore(self, name, gone):
        event = self.write("deleted" if gone else "restored", name)
        if name in self.here and self.here[name]["deleted"] != gone:
            self.here[name]["deleted"] = gone
            self.note(name, event)

    @precondition(lambda self: self.past)
    @rule(name=_names, back=st.integers(0, 20))
    def return_to(self, name, back):
        past = self.past.get(name) or [("none", None)]
        to, then = past[back % len(past)]
        event = self.write("returned", name, to=to)
        if then is not None:
            self.change(name, event, lambda one: one.update(deepcopy(then) | {"deleted": False}))

    @invariant()
    def the_same(self):
        found = saved.fold(self.events)
        assert {name: _plain(states[-1]) for name, states in found.items()} == self.here
        assert {name: [(one.event.id, _plain(one)) for one in states]
                for name, states in found.items()} == self.past
        assert {one.id for one in saved.current(found)} == {
            name for name, one in self.here.items() if not one["deleted"]}
        changed = [one.changed for one in saved.current(found)]
        assert changed == sorted(changed, reverse=True)

    def teardown(self):
        path = self.folder / "briefings.jsonl"
        path.unlink(missing_ok=True)
        for event in self.events[:5]:
            append(path, event)
        assert load(path) == tuple(self.events[:5])


def _plain(state):
    one = state.briefing
    return {"title": one.title, "language": one.language, "version": one.version,
            "items": [[item.id, item.headline, item.notes] for item in one.items],
            "deleted": state.deleted}


def test_the_log_comes_to_what_was_done(tmp_path_factory):
    Written.folder = tmp_path_factory.mktemp("log")
    run_state_machine_as_test(
        Written, settings=settings(max_examples=60, stateful_step_count=25, deadline=None))


def test_returning_to_what_it_is_already_leaves_no_state():
    def at(minute, action, **value):
        return new_event(action, "b1", START + timedelta(minutes=minute), **value)

    created = at(0, "created", title="one", language="fa", version="")
    events = [created, at(1, "renamed", title="two"), at(2, "renamed", title="one"),
              at(3, "returned", to=created.id)]
    assert [one.event for one in saved.fold(events)["b1"]] == events[:3]
