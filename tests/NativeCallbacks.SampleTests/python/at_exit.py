"""Calls of the extension module while the interpreter ends: by atexit, by __del__, and by a thread that comes back from native code after it."""

import atexit
import ctypes
import os
import sys
import threading

import callback

MATRIX = ctypes.CFUNCTYPE(None, ctypes.POINTER(ctypes.c_double), ctypes.POINTER(ctypes.c_double), ctypes.c_int, ctypes.c_int)


@MATRIX
def halve(in_, out, m, n):
    for i in range(m * n):
        out[i] = in_[i] / 2


ADDRESS = ctypes.cast(halve, ctypes.c_void_p).value
atexit.register(lambda: print("atexit", callback.compute_from_dotnet(ADDRESS)))


libc = ctypes.CDLL(None)
semaphore = (ctypes.c_double * 4)()  # a sem_t has 32 bytes
libc.sem_init(semaphore, 0, 0)
inside = threading.Event()


def wait_in_native_code():
    inside.set()
    # int sem_wait(sem_t *) has fewer parameters than a matrix callback, and ignores the others.
    callback.compute_from_dotnet(ctypes.cast(libc.sem_wait, ctypes.c_void_p).value, semaphore, 1, 4)
    print("must not be reached: the interpreter has ended")


class Last:
    """Deleted when the interpreter has ended for all other threads, so that one which comes back from native code finds none."""

    def __init__(self):
        # By then the names of this module are gone.
        self.kept = callback.compute_from_dotnet, halve, ADDRESS, libc.sem_post, semaphore, os.access, os.write

    def __del__(self):
        compute, _, address, post, semaphore, access, write = self.kept
        write(1, f"__del__ {compute(address, [8.0], 1, 1)}\n".encode())
        post(semaphore)
        while access(self.thread, 0):
            pass
        write(1, b"the thread has ended\n")


sys.kept = Last()  # what sys holds is deleted last
thread = threading.Thread(target=wait_in_native_code, daemon=True)
thread.start()
inside.wait()
sys.kept.thread = f"/proc/self/task/{thread.native_id}"
