"""Worker processes: started so that what all of them need is made once, where the system allows it (工作进程).

On Linux they are forked from a process of its own that has no work, no threads of the program and nothing
but newsie: what it imported and the patterns it made are there for all of them. Elsewhere each is spawned,
and imports newsie for itself. Either way a worker shares nothing with the program that asked for it.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

_READY = "newsie.ready"
"""The module whose import makes what every worker needs."""


def processes(workers: int) -> ProcessPoolExecutor:
    """Return a pool of processes, none of which has started yet; they end when this process does."""
    return ProcessPoolExecutor(workers, mp_context=_context(), initializer=_die_with_parent)


def _context() -> BaseContext:
    if not sys.platform.startswith("linux") or not _is_found_from_here():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_READY])
    return context


def _is_found_from_here() -> bool:
    """Tell whether the server would import this newsie: it looks into the current folder first."""
    here = Path.cwd() / __name__.partition(".")[0]
    return not here.exists() or here.samefile(Path(__file__).parent)


def _die_with_parent() -> None:
    """End this process when the one that started it is killed; it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
