// What the libraries of the emulator share: work on a stream of the driver, and failures that tests ask for.
#pragma once
#include "types.cuh"
#include "functions.cuh"
#include <cstring>
#include <string>

// The driver's: work is done later, with a copy of what it is given.
extern "C" int emulatorQueue(void* stream, void (*work)(const void*), const void* taken, size_t bytes);

static std::string failing;
static int failure;
extern "C" void libraryFail(const char* function, int code) { failing = function; failure = code; }

#define API extern "C" int
#define ENTER if (failing == __func__) { failing.clear(); return failure; }

template <class T> static int queued(void* stream, const T& task) {
    return emulatorQueue(stream, [](const void* taken) { ((const T*) taken)->run(); }, &task, sizeof(T));
}
