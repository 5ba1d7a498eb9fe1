// Runs a script on V8 as Android's logic layer has it: `v8 SNAPSHOT SCRIPT [FLAGS]`.
// The script finds print, readLine and seconds, and is asked for turn() until that gives false.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "libplatform/libplatform.h"
#include "v8.h"

namespace v8::platform {
// The library was built with Android's libc++, which names std otherwise: the symbol is spelled out.
std::unique_ptr<Platform> NewAndroidPlatform(
    int threads, IdleTaskSupport, InProcessStackDumping,
    std::unique_ptr<TracingController>) __asm__(
    "_ZN2v88platform18NewDefaultPlatformEiNS0_15IdleTaskSupportENS0_21InProcessStackDumpingE"
    "NSt6__ndk110unique_ptrINS_17TracingControllerENS3_14default_deleteIS5_EEEE");
}  // namespace v8::platform

namespace {

std::string ReadFile(const char* name) {
  std::ifstream file(name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

v8::Local<v8::String> Text(v8::Isolate* isolate, const std::string& text) {
  return v8::String::NewFromUtf8(isolate, text.data(), v8::NewStringType::kNormal,
                                 static_cast<int>(text.size()))
      .ToLocalChecked();
}

void Print(const v8::FunctionCallbackInfo<v8::Value>& call) {
  v8::String::Utf8Value text(call.GetIsolate(), call[0]);
  fwrite(*text, 1, static_cast<size_t>(text.length()), stdout);
  fputs("\n", stdout);
  fflush(stdout);
}

void ReadLine(const v8::FunctionCallbackInfo<v8::Value>& call) {
  std::string line;
  std::getline(std::cin, line);
  call.GetReturnValue().Set(Text(call.GetIsolate(), line));
}

void Seconds(const v8::FunctionCallbackInfo<v8::Value>& call) {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  call.GetReturnValue().Set(std::chrono::duration<double>(now).count());
}

// Runs a source and what it has put off; false, and the reason printed, if it threw.
bool Run(v8::Isolate* isolate, v8::Local<v8::Context> context, const std::string& source,
         v8::Local<v8::Value>* result) {
  v8::TryCatch caught(isolate);
  v8::ScriptOrigin origin(isolate, Text(isolate, "app-service.js"));
  v8::Local<v8::Script> script;
  const bool good = v8::Script::Compile(context, Text(isolate, source), &origin).ToLocal(&script) &&
                    script->Run(context).ToLocal(result);
  if (!good) {
    v8::String::Utf8Value reason(isolate, caught.Exception());
    printf("EXCEPTION %s\n", *reason);
    return false;
  }
  isolate->PerformMicrotaskCheckpoint();
  return true;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) return 2;
  static const std::string blob = ReadFile(words[1]);
  static v8::StartupData snapshot{blob.data(), static_cast<int>(blob.size())};
  const std::string flags = std::string("--single-threaded ") + (count > 3 ? words[3] : "");
  v8::V8::SetFlagsFromString(flags.c_str());
  v8::V8::SetSnapshotDataBlob(&snapshot);
  auto platform = v8::platform::NewAndroidPlatform(
      1, v8::platform::IdleTaskSupport::kDisabled,
      v8::platform::InProcessStackDumping::kDisabled, {});
  v8::V8::InitializePlatform(platform.get());
  v8::V8::Initialize();
  v8::Isolate::CreateParams params;
  params.array_buffer_allocator = v8::ArrayBuffer::Allocator::NewDefaultAllocator();
  v8::Isolate* isolate = v8::Isolate::New(params);
  bool good = false;
  {
    v8::Isolate::Scope entered(isolate);
    v8::HandleScope handles(isolate);
    auto globals = v8::ObjectTemplate::New(isolate);
    globals->Set(isolate, "print", v8::FunctionTemplate::New(isolate, Print));
    globals->Set(isolate, "readLine", v8::FunctionTemplate::New(isolate, ReadLine));
    globals->Set(isolate, "seconds", v8::FunctionTemplate::New(isolate, Seconds));
    auto context = v8::Context::New(isolate, nullptr, globals);
    v8::Context::Scope inside(context);
    v8::Local<v8::Value> more;
    good = Run(isolate, context, ReadFile(words[2]), &more);
    while (good) {
      v8::HandleScope turn(isolate);
      good = Run(isolate, context, "turn()", &more);
      if (good && !more->BooleanValue(isolate)) break;
    }
    printf("V8 %s\n", v8::V8::GetVersion());
    fflush(stdout);
  }
  // Android's library does not survive its own end here, and nothing of it is wanted.
  std::_Exit(good ? 0 : 1);
}
