// Runs a script on JavaScriptCore by its C interface: `jsc SCRIPT`.
// The script finds print, readLine and seconds, and is asked for turn() until that gives false.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

// The interface is Apple's and stable; no header comes with the libraries.
typedef const struct Context *Context;
typedef const struct Value *Value;
typedef struct Object *Object;
typedef struct String *String;
typedef Value (*Native)(Context, Object, Object, size_t, const Value[], Value *);
extern Context JSGlobalContextCreate(void *class_of_global);
extern Object JSContextGetGlobalObject(Context);
extern String JSStringCreateWithUTF8CString(const char *);
extern void JSStringRelease(String);
extern size_t JSStringGetMaximumUTF8CStringSize(String);
extern size_t JSStringGetUTF8CString(String, char *, size_t);
extern Value JSEvaluateScript(Context, String, Object, String, int first_line, Value *thrown);
extern Object JSObjectMakeFunctionWithCallback(Context, String, Native);
extern void JSObjectSetProperty(Context, Object, String, Value, unsigned attributes, Value *thrown);
extern String JSValueToStringCopy(Context, Value, Value *thrown);
extern bool JSValueToBoolean(Context, Value);
extern Value JSValueMakeUndefined(Context);
extern Value JSValueMakeNumber(Context, double);
extern Value JSValueMakeString(Context, String);

static void show(Context context, const char *before, Value value) {
  String text = JSValueToStringCopy(context, value, NULL);
  size_t size = JSStringGetMaximumUTF8CStringSize(text);
  char *bytes = malloc(size);
  JSStringGetUTF8CString(text, bytes, size);
  printf("%s%s\n", before, bytes);
  fflush(stdout);
  free(bytes);
  JSStringRelease(text);
}

static Value print(Context context, Object function, Object self, size_t count, const Value given[],
                   Value *thrown) {
  (void)function, (void)self, (void)thrown;
  if (count > 0) show(context, "", given[0]);
  return JSValueMakeUndefined(context);
}

static Value read_line(Context context, Object function, Object self, size_t count,
                       const Value given[], Value *thrown) {
  (void)function, (void)self, (void)count, (void)given, (void)thrown;
  char *line = NULL;
  size_t size = 0;
  ssize_t length = getline(&line, &size, stdin);
  if (length > 0 && line[length - 1] == '\n') line[length - 1] = 0;
  String text = JSStringCreateWithUTF8CString(length > 0 ? line : "");
  Value result = JSValueMakeString(context, text);
  JSStringRelease(text);
  free(line);
  return result;
}

static Value seconds(Context context, Object function, Object self, size_t count,
                     const Value given[], Value *thrown) {
  (void)function, (void)self, (void)count, (void)given, (void)thrown;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return JSValueMakeNumber(context, (double)now.tv_sec + (double)now.tv_nsec / 1e9);
}

static void define(Context context, const char *name, Native native) {
  String text = JSStringCreateWithUTF8CString(name);
  Object function = JSObjectMakeFunctionWithCallback(context, text, native);
  JSObjectSetProperty(context, JSContextGetGlobalObject(context), text, (Value)function, 0, NULL);
  JSStringRelease(text);
}

static char *read_file(const char *name) {
  FILE *file = fopen(name, "rb");
  if (file == NULL) exit(2);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  size_t length = fread(text, 1, (size_t)size, file);
  text[length] = 0;
  fclose(file);
  return text;
}

// Evaluates a source; what it has put off runs as the call ends. NULL, and the reason printed, if it
// threw.
static Value run(Context context, const char *source) {
  String text = JSStringCreateWithUTF8CString(source);
  String place = JSStringCreateWithUTF8CString("https://usr/app-service.js");
  Value thrown = NULL;
  Value result = JSEvaluateScript(context, text, NULL, place, 1, &thrown);
  if (thrown != NULL) show(context, "EXCEPTION ", thrown);
  JSStringRelease(text);
  JSStringRelease(place);
  return thrown == NULL ? result : NULL;
}

int main(int count, char **words) {
  if (count < 2) return 2;
  Context context = JSGlobalContextCreate(NULL);
  define(context, "print", print);
  define(context, "readLine", read_line);
  define(context, "seconds", seconds);
  Value more = run(context, read_file(words[1]));
  while (more != NULL) {
    more = run(context, "turn()");
    if (more != NULL && !JSValueToBoolean(context, more)) break;
  }
  fflush(stdout);
  _Exit(more == NULL ? 1 : 0);
}
