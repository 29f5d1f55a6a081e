// Calls that arrive on threads which .NET has never seen.
#define _POSIX_C_SOURCE 200112L // barriers
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

typedef struct { count_function *f; void *user; int32_t calls; int64_t sum; pthread_barrier_t *start; pthread_t thread; } sum_job;

static void *run_sum(void *argument)
{
    sum_job *j = argument;
    pthread_barrier_wait(j->start);
    for (int32_t i = 0; i < j->calls; i++)
        j->sum += j->f(i, j->user);
    return NULL;
}

int64_t thread_sum(count_function *f, void *user, int32_t threads, int32_t calls)
{
    pthread_barrier_t start;
    sum_job *jobs = calloc((size_t)threads, sizeof *jobs);
    if (jobs == NULL || pthread_barrier_init(&start, NULL, (unsigned)threads) != 0)
        abort();

    for (int32_t i = 0; i < threads; i++) {
        jobs[i] = (sum_job){ .f = f, .user = user, .calls = calls, .start = &start };
        if (pthread_create(&jobs[i].thread, NULL, run_sum, &jobs[i]) != 0)
            abort();
    }

    int64_t sum = 0;
    for (int32_t i = 0; i < threads; i++) {
        pthread_join(jobs[i].thread, NULL);
        sum += jobs[i].sum;
    }
    pthread_barrier_destroy(&start);
    free(jobs);
    return sum;
}

typedef struct { const registration *r; int32_t i, error, status; } registered_job;

static void *run_registered(void *argument)
{
    registered_job *j = argument;
    j->status = upcall_registered(j->r, j->i, j->error);
    return NULL;
}

int32_t thread_registered(const registration *r, int32_t i, int32_t error)
{
    registered_job job = { .r = r, .i = i, .error = error };
    pthread_t thread;
    if (pthread_create(&thread, NULL, run_registered, &job) != 0)
        abort();
    pthread_join(thread, NULL);
    return job.status;
}

typedef struct { count_function *f; void *user; } forever_job;

static void *run_forever(void *argument)
{
    const forever_job *j = argument;
    for (int32_t i = 0;; i = i == INT32_MAX ? i : i + 1)
        j->f(i, j->user);
    return NULL;
}

int32_t thread_forever(count_function *f, void *user)
{
    forever_job *j = malloc(sizeof *j); // never freed, as the thread never ends
    if (j == NULL)
        return 0;
    *j = (forever_job){ .f = f, .user = user };
    pthread_t thread;
    return pthread_create(&thread, NULL, run_forever, j) == 0 && pthread_detach(thread) == 0;
}
