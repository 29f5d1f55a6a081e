// The `dotnet` command for Windows, which no package has: passes its command line to hostfxr, as the real one does. The folder of
// the runtime is the one that this program is in. On x86-64 it also removes two obstacles between Wine 8 and .NET.
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST_PATH 32768

typedef int __cdecl main_function(int argc, const wchar_t **argv, const wchar_t *host, const wchar_t *root, const wchar_t *program);

#ifdef _WIN64
// Wine 8 looks up the code of dynamic methods in tables that .NET adds with RtlAddGrowableFunctionTable, and crashes over those that
// .NET has freed. Without that function .NET registers a callback alone. It looks the function up by its name, so the name is changed.
static void hide_export(const char *hidden)
{
    char *base = (char *)GetModuleHandleW(L"ntdll.dll");
    IMAGE_NT_HEADERS *headers = (IMAGE_NT_HEADERS *)(base + ((IMAGE_DOS_HEADER *)base)->e_lfanew);
    IMAGE_EXPORT_DIRECTORY *exports =
        (IMAGE_EXPORT_DIRECTORY *)(base + headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT].VirtualAddress);
    DWORD *names = (DWORD *)(base + exports->AddressOfNames);
    for (DWORD i = 0; i < exports->NumberOfNames; i++) {
        char *name = base + names[i];
        DWORD protection;
        if (strcmp(name, hidden) == 0 && VirtualProtect(name, 1, PAGE_READWRITE, &protection)) {
            name[strlen(name) - 1] = '_'; // the table stays sorted
            VirtualProtect(name, 1, protection, &protection);
            return;
        }
    }
}

// Wine 8 links records on the stack while it calls an exception handler. .NET 9 and later resume behind a catch without the functions
// that would unlink them, so the next exception finds records in frames that are gone: below the stack pointer, or overwritten.
static int is_stale(const EXCEPTION_REGISTRATION_RECORD *record, ULONG_PTR stack_pointer)
{
    MEMORY_BASIC_INFORMATION handler;
    return (ULONG_PTR)record < stack_pointer || record->Next <= record
        || VirtualQuery((const void *)record->Handler, &handler, sizeof handler) == 0 || handler.Type != MEM_IMAGE;
}

static LONG CALLBACK unlink_stale_records(EXCEPTION_POINTERS *exception)
{
    NT_TIB *thread = (NT_TIB *)NtCurrentTeb();
    EXCEPTION_REGISTRATION_RECORD *const end = (EXCEPTION_REGISTRATION_RECORD *)~(ULONG_PTR)0;
    EXCEPTION_REGISTRATION_RECORD *record = thread->ExceptionList;
    while (record != end && record != NULL && (void *)record >= thread->StackLimit && (void *)record < thread->StackBase
        && is_stale(record, exception->ContextRecord->Rsp)) {
        record = record->Next > record ? record->Next : end;
        thread->ExceptionList = record;
    }
    return EXCEPTION_CONTINUE_SEARCH;
}
#endif

int wmain(int argc, wchar_t **argv)
{
    static wchar_t host[LONGEST_PATH], root[LONGEST_PATH], fxr[LONGEST_PATH], program[LONGEST_PATH];
    GetModuleFileNameW(NULL, host, LONGEST_PATH);
    wcscpy(root, host);
    *wcsrchr(root, L'\\') = 0;
    swprintf(fxr, LONGEST_PATH, L"%ls\\host\\fxr\\hostfxr.dll", root);
    swprintf(program, LONGEST_PATH, L"%ls\\dotnet.dll", root);
    HMODULE library = LoadLibraryW(fxr);
    main_function *run = library == NULL ? NULL : (main_function *)(void *)GetProcAddress(library, "hostfxr_main_startupinfo");
    if (run == NULL) {
        fprintf(stderr, "%ls cannot be loaded: error %lu\n", fxr, GetLastError());
        return 2;
    }
#ifdef _WIN64
    hide_export("RtlAddGrowableFunctionTable");
    AddVectoredExceptionHandler(1, unlink_stale_records);
#endif
    return run(argc, (const wchar_t **)argv, host, root, program);
}
