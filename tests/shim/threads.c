// Calls that arrive on threads which .NET has never seen.
#include <pthread.h>
#include <stdlib.h>
#include "shim.h"

typedef struct { thread_function *f; void *user; int32_t index; pthread_t thread; } job;

static void *run(void *argument)
{
    const job *j = argument;
    j->f(j->user, j->index);
    return NULL;
}

int32_t thread_run(thread_function *f, void *user, int32_t count)
{
    job *jobs = count <= 0 ? NULL : calloc((size_t)count, sizeof *jobs);
    if (jobs == NULL)
        return 0;

    int32_t started = 0;
    for (; started < count; started++) {
        jobs[started].f = f;
        jobs[started].user = user;
        jobs[started].index = started;
        if (pthread_create(&jobs[started].thread, NULL, run, &jobs[started]) != 0)
            break;
    }
    for (int32_t i = 0; i < started; i++)
        pthread_join(jobs[i].thread, NULL);

    free(jobs);
    return started;
}
