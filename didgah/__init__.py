"""Didgah: who met whom, where, when and what was said, read out of news coverage."""

import os

__version__ = "0.1.0"

# Reading names multiplies many small matrices. The threads of numpy's OpenBLAS wait for each
# other by spinning, which on a busy machine costs three times the work; a build runs processes
# instead. OpenBLAS looks when numpy is first imported; what the operator set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
