"""Worker processes: started so that what all of them need is made once, where the system allows it (工作进程).

On Linux they are forked from a process of its own that has no work, no threads of the program and nothing
but newsie: what it imported and the patterns it made are there for all of them. Elsewhere each is spawned,
and imports newsie for itself. Either way a worker shares nothing with the program that asked for it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_READY = "newsie.ready"
"""The module whose import makes what every worker needs."""


def processes(workers: int) -> ProcessPoolExecutor:
    """Return a pool of processes, none of which has started yet; they end when this process does.

    Ctrl-C, which a terminal sends to all of them, ends them without a word: each would tell where it was.
    """
    return _Processes(workers, mp_context=_context(), initializer=_follow_parent)


class _Processes(ProcessPoolExecutor):
    """A pool whose processes start undisturbed: one left alone in the middle of it would break with a traceback."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand over work, for which a process may have to be started."""
        with _held_back():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl-C back until this is done; only the main thread hears of it."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before is None:
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if heard:
            signal.raise_signal(signal.SIGINT)


def _context() -> BaseContext:
    if not sys.platform.startswith("linux") or not _is_found_from_here():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_READY])
    _start_server()
    return context


def _start_server() -> None:
    """Start the process that workers are forked from, deaf to Ctrl-C from its first moment."""
    resource_tracker.ensure_running()  # it would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_found_from_here() -> bool:
    """Tell whether the server would import this newsie: it looks into the current folder first."""
    here = Path.cwd() / __name__.partition(".")[0]
    return not here.exists() or here.samefile(Path(__file__).parent)


def _follow_parent() -> None:
    """End at Ctrl-C without a word, and when the process that started this one is killed: it would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
