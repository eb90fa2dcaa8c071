"""`didgah evaluate`: how right the reading is, against gold labels."""

from __future__ import annotations

import argparse
import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where they are used, so that `didgah --help` is quick
    from didgah.evaluate.gold import Gold
    from didgah.evaluate.labels import Fault, GoldArticle
    from didgah.evaluate.tasks import Outcome

_TASKS = ("names", "dates", "meetings", "participants", "statements", "topic", "language",
          "reprints", "agreement")
_LISTED = 50  # errors that a bare --errors shows
_EPILOG = """\
  didgah evaluate names gold.tsv --language fa --labels PER=person,LOC=place
  didgah evaluate dates data/gold/adjudicated/briefs/briefs.jsonl --split report --baselines
  didgah evaluate meetings data/gold/adjudicated --texts samples/ --errors 20
  didgah evaluate agreement data/gold/pass1 data/gold/pass2 --texts samples/
  didgah evaluate reprints --edited 100 --texts samples/articles.jsonl

GOLD is a file or a folder: CoNLL/IOB columns, JSON lines with text and spans, or labels by
article id, whose texts are looked for in the bundled briefs and in --texts. docs/evaluation.md
says what the forms and measures are.

exit status: 0 all gold was used, 1 some lines of gold could not be used (named on standard
error; the scores are of the rest), or nothing could be, 2 wrong usage, 130 cancelled
"""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "evaluate", help="measure the reading against gold labels",
        description="Precision, recall and F1 of what is read out of texts, per language and "
        "kind, with bootstrap intervals over articles, and the errors for reading.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("task", choices=_TASKS)
    add("gold", nargs="*", type=Path, metavar="GOLD",
        help="files or folders; agreement takes two, reprints none with --edited")
    add("--texts", nargs="+", type=Path, default=[], metavar="PATH",
        help="corpora that hold the articles which gold knows by id")
    add("--split", choices=("tune", "report", "all"), default="all",
        help="only gold of this split (default all)")
    add("--labels", type=_labels, default={}, metavar="LABEL=KIND,…",
        help="what labels of other corpora mean; LABEL= leaves one out")
    add("--language", default="", metavar="CODE",
        help="language of texts that state none (default: told from each file)")
    add("--baselines", action="store_true",
        help="the same gold with other libraries beside ours (names, dates)")
    add("--beside", action="append", default=[], type=_beside, metavar="NAME=FILE",
        help="what another program read out of the same texts, in a form that gold may have")
    add("--edited", type=int, metavar="N",
        help="reprints: make edited copies of N articles of --texts, or of the briefs, as gold")
    add("--seed", type=int, default=1, help="of --edited (default 1)")
    add("--errors", type=int, nargs="?", const=_LISTED, metavar="N",
        help=f"list the first N errors (default {_LISTED}) after the scores")
    add("--json", action="store_true", help="one JSON object: scores, counts of each text, errors")
    add("--save", type=Path, metavar="FILE",
        help="write the scores into this file, where the Method page takes them from "
        "(data/scores/current.json)")
    add("--as", dest="gold_name", default="", metavar="NAME",
        help="what --save calls this gold (default: the names of its files)")
    add("--sample", choices=("in-sample", "held-out"),
        help="what --save notes: whether the rules were made with these texts in view "
        "(default: held-out for --split report, else in-sample)")
    parser.set_defaults(run=run)


def _labels(text: str) -> dict[str, str]:
    from didgah.evaluate.label_names import parse_mapping

    try:
        return parse_mapping(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _beside(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if not equals or not name.strip() or not Path(path).exists():
        raise argparse.ArgumentTypeError(f"{text!r}: write NAME=FILE, FILE being there")
    return name.strip(), Path(path)


def run(args: argparse.Namespace) -> int:
    """Read gold, compare, print, save."""
    problem = _misused(args)
    if problem:
        print(problem, file=sys.stderr)
        return 2
    outcomes, faults, files = _outcomes(args)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not any(outcome.counted for outcome in outcomes.values()):
        print("Nothing to compare.", file=sys.stderr)
        return 1
    if args.errors is not None and args.split == "report":
        print("Who reads the errors of report articles can no longer call their scores held out.",
              file=sys.stderr)
    _print(args, outcomes)
    if args.save:
        _save(args, outcomes, files)
    return 1 if faults else 0


def _misused(args: argparse.Namespace) -> str:
    """Why the arguments make no sense together, "" when they do."""
    missing = [path for path in (*args.gold, *args.texts) if not path.exists()]
    if missing:
        return f"{missing[0]}: there is no such file or folder"
    if args.edited is not None and (args.task != "reprints" or args.gold or args.edited < 1):
        return "--edited N is for reprints without GOLD, N being 1 or more"
    if args.task == "agreement" and len(args.gold) != 2:
        return "agreement compares two readers: give two files or folders"
    if not args.gold and args.edited is None:
        return "say which gold to compare with"
    if args.baselines and args.task not in ("names", "dates"):
        return "there are baselines for names and dates"
    if args.baselines and args.task == "dates" and find_spec("dateparser") is None:
        return "the baseline for dates is dateparser, a development tool: install didgah[dev]"
    if args.beside and args.task in ("reprints", "agreement", "language"):
        return "--beside is for tasks that read articles"
    return ""


def _outcomes(
    args: argparse.Namespace,
) -> tuple[dict[str, Outcome], list[Fault], dict[str, str]]:
    """Outcome by system ("didgah" and baselines), faults of the gold, digests of its files."""
    from didgah import registry
    from didgah.annotate.pipeline import load_lexicons
    from didgah.evaluate import beside, ours, tasks

    if args.task == "reprints":
        return _reprints(args)
    if args.task == "agreement":
        first, second = (_gold(args, [path]) for path in args.gold)
        files = {f"{path.name}/{name}": digest for path, gold in
                 zip(args.gold, (first, second), strict=True)
                 for name, digest in gold.files.items()}
        outcome = tasks.agreement(_of_split(args, first), _of_split(args, second))
        return {"agreement": outcome}, [*first.faults, *second.faults], files
    gold = _gold(args, args.gold)
    for label, count in gold.ignored.most_common():
        print(f"label {label}: not counted, {count:,} spans (--labels {label}=KIND counts them)",
              file=sys.stderr)
    chosen = _of_split(args, gold)
    if args.task == "language":
        return {"didgah": tasks.evaluate_language(chosen)}, gold.faults, gold.files
    tables = registry.load()
    outcomes = {"didgah": tasks.evaluate(args.task, chosen, ours.reader(tables, load_lexicons()))}
    if args.baselines:
        from didgah.evaluate.baselines import baselines

        outcomes |= {
            one.name: tasks.evaluate(args.task, chosen, one.read)
            for one in baselines(args.task, tables, {one.language for one in chosen})
        }
    for name, path in args.beside:
        written = _gold(args, [path])
        gold.faults += written.faults
        outcomes[name] = tasks.evaluate(args.task, chosen, beside.reader(written.articles))
    return outcomes, gold.faults, gold.files


def _gold(args: argparse.Namespace, paths: list[Path]) -> Gold:
    from didgah.evaluate.gold import read_gold, wanted_texts
    from didgah.evaluate.texts import texts_of

    texts = texts_of(wanted_texts(paths), args.texts)
    return read_gold(paths, args.task, texts, args.labels, args.language)


def _of_split(args: argparse.Namespace, gold: Gold) -> list[GoldArticle]:
    return [one for one in gold.articles if args.split in ("all", one.split)]


def _reprints(
    args: argparse.Namespace,
) -> tuple[dict[str, Outcome], list[Fault], dict[str, str]]:
    from didgah.evaluate import edits, reprints
    from didgah.evaluate.gold import files_of, wanted_texts
    from didgah.evaluate.texts import all_texts, texts_of
    from didgah.resolve.reprints import group_reprints

    if args.edited:
        made = edits.edited_copies(all_texts(args.texts), args.edited, args.seed)
        texts, pairs, faults, files = made.texts, made.pairs, [], {}
    else:
        texts = texts_of(wanted_texts(args.gold), args.texts)
        gold = reprints.read_pairs(files_of(args.gold), texts)
        pairs, faults, files = gold.pairs, gold.faults, gold.files
    outcome = reprints.compare(pairs, group_reprints(texts.values()), texts)
    return {"didgah": outcome}, faults, files


def _print(args: argparse.Namespace, outcomes: dict[str, Outcome]) -> None:
    from didgah.evaluate import report
    from didgah.evaluate.scores import scores

    if args.json:
        print(json.dumps({
            "task": args.task, "split": args.split,
            "systems": {name: report.outcome_json(outcome, args.errors)
                        for name, outcome in outcomes.items()},
        }, ensure_ascii=False))
        return
    for name, outcome in outcomes.items():
        print(f"{args.task}, {name}, {len(outcome.counted):,} texts, split {args.split}")
        print(report.table(scores(outcome.counted)))
        if args.errors is not None and outcome.misses and name in ("didgah", "agreement"):
            print(f"\n{report.errors(outcome.misses, args.errors)}")
        print()


def _save(args: argparse.Namespace, outcomes: dict[str, Outcome], files: dict[str, str]) -> None:
    from didgah.evaluate import saved
    from didgah.evaluate.scores import scores

    sample = args.sample or ("held-out" if args.split == "report" else "in-sample")
    gold = args.gold_name or ", ".join(path.stem for path in args.gold) or "edited copies"
    run = saved.run_of(
        args.task, gold, args.split, sample, _command(args), files,
        max(len(outcome.counted) for outcome in outcomes.values()),
        {name: scores(outcome.counted) for name, outcome in outcomes.items()},
    )
    try:
        saved.save(args.save, run)
    except saved.SavedError as error:
        raise SystemExit(str(error)) from error


def _command(args: argparse.Namespace) -> str:
    """The command line to be read and run again; nothing of where things lie on this machine."""
    words = ["didgah", "evaluate", args.task,
             *(path.name if path.is_absolute() else path.as_posix() for path in args.gold)]
    if args.edited:
        words += ["--edited", str(args.edited), "--seed", str(args.seed)]
    for option, values in (("--texts", [path.name for path in args.texts]),
                           ("--split", [args.split] if args.split != "all" else []),
                           ("--language", [args.language] if args.language else [])):
        words += [option, *values] if values else []
    words += [word for name, path in args.beside for word in ("--beside", f"{name}={path.name}")]
    return " ".join(words + (["--baselines"] if args.baselines else []))
