// What a function notes for the thread that called it, since tests run side by side. It is not _Thread_local: tests unload copies of
// this library while other threads run, and glibc 2.36 then now and then loses thread-local data, that of the runtime too
// (docs/limits.md).
#ifndef SHIM_THREAD_SLOTS_H
#define SHIM_THREAD_SLOTS_H

#include <stdatomic.h>
#include <stdint.h>
#include "errors.h"

enum { thread_slot_count = 4096 }; // more than threads of one process
typedef _Atomic(uintptr_t) thread_slots[thread_slot_count];

// A number that no other thread has.
static inline uintptr_t this_thread(void)
{
#ifdef _WIN32
    __declspec(dllimport) unsigned long __stdcall GetCurrentThreadId(void);
    return GetCurrentThreadId();
#else
    return (uintptr_t)&errno;
#endif
}

// The index of this thread's slot; it gets one when it first asks.
static inline int thread_slot(thread_slots owners)
{
    uintptr_t self = this_thread();
    for (unsigned i = 0; i < thread_slot_count; i++) {
        int slot = (int)((self / 64 + i) % thread_slot_count);
        uintptr_t owner = 0;
        if (atomic_compare_exchange_strong(&owners[slot], &owner, self) || owner == self)
            return slot;
    }
    __builtin_trap(); // more threads than slots
}

#endif
