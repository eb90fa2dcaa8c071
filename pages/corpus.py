"""Putting articles in, and seeing where those that are in come from."""

from components import access, corpus_history, corpus_status, corpus_upload, links, provenance
from components import states as blocks
from didgah.language.messages import text

language = links.current().language
if not access.may_edit():
    blocks.block(text("corpus.read_only", language), text("corpus.read_only_advice", language))
elif not corpus_status.show(language):
    corpus_upload.show(language)
provenance.show(language)
if access.may_edit():
    corpus_history.imports(language)
    corpus_history.snapshots(language)
