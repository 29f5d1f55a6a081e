// The `dotnet` command for a Linux whose packages have the runtime but not the command: passes its command line to hostfxr,
// as the real one does. The folder of the runtime is the one that this program is in.
#include <dlfcn.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef int main_function(int argc, const char **argv, const char *host, const char *root, const char *program);

int main(int argc, const char **argv)
{
    char self[PATH_MAX] = "", root[PATH_MAX], fxr[2 * PATH_MAX], host[2 * PATH_MAX], program[2 * PATH_MAX];
    if (readlink("/proc/self/exe", self, sizeof self - 1) < 0) {
        perror("/proc/self/exe");
        return 2;
    }
    strcpy(root, dirname(self));
    snprintf(fxr, sizeof fxr, "%s/host/fxr/libhostfxr.so", root);
    // What the runtime starts if it starts itself again.
    snprintf(host, sizeof host, "%s/dotnet", root);
    snprintf(program, sizeof program, "%s/dotnet.dll", root);

    void *library = dlopen(fxr, RTLD_NOW);
    main_function *run = library == NULL ? NULL : (main_function *)dlsym(library, "hostfxr_main_startupinfo");
    if (run == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        return 2;
    }
    argv[0] = host;
    return run(argc, argv, host, root, program);
}
