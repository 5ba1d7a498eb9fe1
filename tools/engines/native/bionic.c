// What Android's libraries ask of bionic, Android's C library, in terms of glibc. Only calls that
// glibc does not have, or has with other sizes of their structures.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// The same call in glibc, behind one of ours with its name.
#define REAL(result, name, ...)                                                  \
  static result (*real)(__VA_ARGS__);                                            \
  if (real == NULL) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

// stdin, stdout and stderr are three entries of an array there.
enum { STREAM_SIZE = 152 };
char __sF[3 * STREAM_SIZE];

static FILE *stream(FILE *file) {
  const char *at = (const char *)file;
  if (at < __sF || at >= __sF + sizeof __sF) return file;
  FILE *const own[] = {stdin, stdout, stderr};
  return own[(at - __sF) / STREAM_SIZE];
}

int fprintf(FILE *file, const char *format, ...) {
  va_list given;
  va_start(given, format);
  int length = vfprintf(stream(file), format, given);
  va_end(given);
  return length;
}
int fflush(FILE *file) {
  REAL(int, "fflush", FILE *);
  return real(file == NULL ? NULL : stream(file));
}
int fputc(int c, FILE *file) {
  REAL(int, "fputc", int, FILE *);
  return real(c, stream(file));
}
size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file) {
  REAL(size_t, "fwrite", const void *, size_t, size_t, FILE *);
  return real(bytes, size, count, stream(file));
}
int setvbuf(FILE *file, char *buffer, int mode, size_t size) {
  (void)file, (void)buffer, (void)mode, (void)size;
  return 0;
}

// Other names.
int *__errno(void) { return __errno_location(); }
size_t __strlen_chk(const char *text, size_t size) { return (void)size, strlen(text); }
char *__strchr_chk(const char *text, int c, size_t size) { return (void)size, strchr(text, c); }
char *__strrchr_chk(const char *text, int c, size_t size) { return (void)size, strrchr(text, c); }
char *__strncpy_chk2(char *to, const char *from, size_t count, size_t to_size, size_t from_size) {
  return (void)to_size, (void)from_size, strncpy(to, from, count);
}
int __open_2(const char *path, int flags) { return open(path, flags); }
ssize_t __read_chk(int file, void *bytes, size_t count, size_t size) {
  return (void)size, read(file, bytes, count);
}

// The log and the properties of a phone.
int __android_log_write(int level, const char *tag, const char *text) {
  (void)level, (void)tag;
  return fputs(text, stderr);
}
int __android_log_vprint(int level, const char *tag, const char *format, va_list given) {
  (void)level, (void)tag;
  return vfprintf(stderr, format, given);
}
int __android_log_print(int level, const char *tag, const char *format, ...) {
  va_list given;
  va_start(given, format);
  int length = __android_log_vprint(level, tag, format, given);
  va_end(given);
  return length;
}
void android_set_abort_message(const char *text) { fputs(text, stderr); }
int __system_property_get(const char *name, char *value) { return (void)name, value[0] = 0, 0; }
const void *__system_property_find(const char *name) { return (void)name, NULL; }

// Other numbers: page size (39, 40), processors (96, 97), pages of memory (98, 99).
long sysconf(int name) {
  REAL(long, "sysconf", int);
  switch (name) {
    case 39:
    case 40:
      return 4096;
    case 96:
    case 97:
      return 2;
    case 98:
      return 1 << 20;
    case 99:
      return 1 << 19;
    default:
      return real(name);
  }
}

// A set of signals has 8 bytes there, 128 in glibc; struct sigaction follows from that.
typedef uint64_t signals;
struct action {
  int flags;
  void *handler;
  signals mask;
  void *restorer;
};
int sigaction(int number, const struct sigaction *set, struct sigaction *before) {
  REAL(int, "sigaction", int, const struct sigaction *, struct sigaction *);
  const struct action *given = (const void *)set;
  struct action *asked = (void *)before;
  struct sigaction next = {0}, old = {0};
  if (given != NULL) {
    next.sa_handler = (void (*)(int))given->handler;
    next.sa_flags = given->flags;
    memcpy(&next.sa_mask, &given->mask, sizeof given->mask);
  }
  int result = real(number, given == NULL ? NULL : &next, asked == NULL ? NULL : &old);
  if (asked != NULL) {
    asked->flags = old.sa_flags;
    asked->handler = (void *)old.sa_handler;
    memcpy(&asked->mask, &old.sa_mask, sizeof asked->mask);
    asked->restorer = NULL;
  }
  return result;
}
int sigemptyset(sigset_t *set) { return *(signals *)set = 0, 0; }
int sigfillset(sigset_t *set) { return *(signals *)set = ~(signals)0, 0; }
int sigaddset(sigset_t *set, int number) { return *(signals *)set |= (signals)1 << (number - 1), 0; }
int sigdelset(sigset_t *set, int number) {
  return *(signals *)set &= ~((signals)1 << (number - 1)), 0;
}
int sigsuspend(const sigset_t *set) {
  REAL(int, "sigsuspend", const sigset_t *);
  sigset_t wide = {0};
  memcpy(&wide, set, sizeof(signals));
  return real(&wide);
}

// A semaphore has 16 bytes there, 32 in glibc: one counter and the kernel's own waiting.
static void wait_for_change(atomic_int *counter, int seen, const struct timespec *limit) {
  syscall(SYS_futex, counter, FUTEX_WAIT_PRIVATE, seen, limit, NULL, 0);
}
static int taken(atomic_int *counter, int *seen) {
  *seen = atomic_load(counter);
  return *seen > 0 && atomic_compare_exchange_strong(counter, seen, *seen - 1);
}
int sem_init(atomic_int *counter, int shared, unsigned value) {
  (void)shared;
  atomic_store(counter, (int)value);
  return 0;
}
int sem_destroy(void *counter) { return (void)counter, 0; }
int sem_post(atomic_int *counter) {
  atomic_fetch_add(counter, 1);
  syscall(SYS_futex, counter, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
  return 0;
}
int sem_wait(atomic_int *counter) {
  int seen;
  while (!taken(counter, &seen)) {
    if (seen <= 0) wait_for_change(counter, seen, NULL);
  }
  return 0;
}
int sem_timedwait(atomic_int *counter, const struct timespec *until) {
  int seen;
  while (!taken(counter, &seen)) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    long left = (until->tv_sec - now.tv_sec) * 1000000000L + until->tv_nsec - now.tv_nsec;
    if (left <= 0) {
      errno = ETIMEDOUT;
      return -1;
    }
    struct timespec rest = {left / 1000000000L, left % 1000000000L};
    if (seen <= 0) wait_for_change(counter, seen, &rest);
  }
  return 0;
}
