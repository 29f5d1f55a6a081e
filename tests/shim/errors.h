// The error number that .NET captures for SetLastError: errno, and on Windows the last error of the thread.
#ifndef SHIM_ERRORS_H
#define SHIM_ERRORS_H

#ifdef _WIN32
__declspec(dllimport) unsigned long __stdcall GetLastError(void);
__declspec(dllimport) void __stdcall SetLastError(unsigned long error);
static inline int system_error(void) { return (int)GetLastError(); }
static inline void set_system_error(int error) { SetLastError((unsigned long)error); }
#else
#include <errno.h>
static inline int system_error(void) { return errno; }
static inline void set_system_error(int error) { errno = error; }
#endif

#endif
