// As much of libcuda as the gpu module calls, on the host. Kernels are those of src/main/cuda, compiled by g++.
//
// What it is stricter in than a device: device memory is closed to everything but the driver's own work, so that a
// host access ends the process; work of a stream is done as late as may be, when somebody waits for it; memory that is
// allocated or freed is filled with nonsense.
#include "host.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <sys/mman.h>

thread_local Place threadIdx, blockIdx, blockDim, gridDim;

namespace {
enum { SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NOT_INITIALIZED = 3, INVALID_DEVICE = 101, INVALID_CONTEXT = 201,
       INVALID_PTX = 218, INVALID_HANDLE = 400, NOT_FOUND = 500, NOT_READY = 600, ILLEGAL_ADDRESS = 700 };

const size_t SPACE = 1ull << 30, PAGE = 4096;
const unsigned char NONSENSE = 0xA5;

struct Event { bool recorded = false; bool done = true; struct Stream* stream = nullptr; };
struct Task { std::function<int()> run; Event* marks = nullptr; };
struct Stream { std::deque<Task> tasks; };
struct Module { std::string text; };
struct Function { std::string name; void (*entry)(void**); };

std::recursive_mutex lock;
bool initialised, retained;
thread_local void* current;
int context_, lost;             // an error of a kernel stays
std::string failing; int failure, after; // what the next call of a function returns
std::map<uint64_t, size_t> blocks; // of device memory, by address
std::set<Stream*> streams;
char* space;
size_t held, open_;

int enter(const char* name, bool context = true) {
    if (failing == name && after-- <= 0) { failing.clear(); return failure; }
    if (!initialised) return NOT_INITIALIZED;
    if (context && current != &context_) return INVALID_CONTEXT;
    return context ? lost : SUCCESS;
}

struct Opened {
    Opened() { if (open_++ == 0) mprotect(space, SPACE, PROT_READ | PROT_WRITE); }
    ~Opened() { if (--open_ == 0) mprotect(space, SPACE, PROT_NONE); }
};

int run(Stream* s) {
    while (!s->tasks.empty()) {
        Task task = s->tasks.front();
        s->tasks.pop_front();
        if (task.run) { Opened opened; int result = lost ? lost : task.run(); if (result) lost = result; }
        if (task.marks) task.marks->done = true;
    }
    return lost;
}

bool inside(uint64_t address, size_t bytes) {
    auto after = blocks.upper_bound(address);
    if (after == blocks.begin()) return false;
    --after;
    return address + bytes <= after->first + after->second;
}

int queue(Stream* s, std::function<int()> task) {
    if (!streams.count(s)) return INVALID_HANDLE;
    s->tasks.push_back({task});
    return SUCCESS;
}
}

#define API extern "C" int
#define ENTER(context) std::lock_guard<std::recursive_mutex> guard(lock); if (int failed = enter(__func__, context)) return failed;

// Tests: the call of `function` after so many others returns `code`.
extern "C" void emulatorFail(const char* function, int code, int calls) { failing = function; failure = code; after = calls; }
extern "C" void emulatorLose(int code) { lost = code; }
extern "C" uint64_t emulatorHeld() { return held; }

API cuInit(unsigned) {
    std::lock_guard<std::recursive_mutex> guard(lock);
    if (failing == __func__) { failing.clear(); return failure; }
    if (!space) {
        space = (char*) mmap(nullptr, SPACE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        initialised = true;
    }
    return SUCCESS;
}
API cuDriverGetVersion(int* version) { *version = 12040; return SUCCESS; }
API cuDeviceGetCount(int* count) { ENTER(false) *count = 1; return SUCCESS; }
API cuDeviceGet(int* device, int ordinal) { ENTER(false) *device = ordinal; return ordinal == 0 ? SUCCESS : INVALID_DEVICE; }
API cuDeviceGetName(char* name, int length, int) { ENTER(false) snprintf(name, length, "host emulator"); return SUCCESS; }
API cuDeviceTotalMem_v2(size_t* bytes, int) { ENTER(false) *bytes = SPACE; return SUCCESS; }
API cuDeviceGetAttribute(int* value, int attribute, int) { ENTER(false) *value = attribute == 16 ? 2 : attribute == 75 ? 9 : 0; return SUCCESS; }
API cuDevicePrimaryCtxRetain(void** context, int) { ENTER(false) retained = true; *context = &context_; return SUCCESS; }
API cuDevicePrimaryCtxRelease_v2(int) { ENTER(false) return SUCCESS; }
API cuCtxSetCurrent(void* context) { ENTER(false) current = context; return SUCCESS; }
API cuGetErrorString(int error, const char** text) { *text = error == OUT_OF_MEMORY ? "out of memory" : "an error of the emulator"; return SUCCESS; }
API cuGetErrorName(int, const char** text) { *text = "CUDA_ERROR"; return SUCCESS; }
API cuMemGetInfo_v2(size_t* free, size_t* total) { ENTER(true) *free = SPACE - held; *total = SPACE; return SUCCESS; }

API cuMemAlloc_v2(uint64_t* address, size_t bytes) {
    ENTER(true)
    if (bytes == 0) return INVALID_VALUE;
    size_t size = (bytes + 511) & ~511ull;
    uint64_t at = (uint64_t) space, end = at + SPACE;
    for (auto& block : blocks) {
        if (block.first - at >= size) break;
        at = block.first + ((block.second + 511) & ~511ull);
    }
    if (end - at < size) return OUT_OF_MEMORY;
    blocks[at] = bytes;
    held += bytes;
    Opened opened;
    memset((void*) at, NONSENSE, bytes);
    *address = at;
    return SUCCESS;
}
API cuMemFree_v2(uint64_t address) {
    ENTER(true)
    auto block = blocks.find(address);
    if (block == blocks.end()) return INVALID_VALUE;
    for (Stream* s : streams) run(s);
    Opened opened;
    memset((void*) address, ~NONSENSE, block->second);
    held -= block->second;
    blocks.erase(block);
    return SUCCESS;
}

API cuStreamCreate(Stream** stream, unsigned) { ENTER(true) *stream = new Stream; streams.insert(*stream); return SUCCESS; }
API cuStreamSynchronize(Stream* stream) { ENTER(true) return streams.count(stream) ? run(stream) : INVALID_HANDLE; }
API cuStreamQuery(Stream* stream) { ENTER(true) return !streams.count(stream) ? INVALID_HANDLE : stream->tasks.empty() ? SUCCESS : NOT_READY; }
API cuStreamDestroy_v2(Stream* stream) {
    ENTER(true)
    if (!streams.count(stream)) return INVALID_HANDLE;
    run(stream);
    streams.erase(stream);
    delete stream;
    return SUCCESS;
}
API cuEventCreate(Event** event, unsigned) { ENTER(true) *event = new Event; return SUCCESS; }
API cuEventDestroy_v2(Event* event) { ENTER(true) if (event->stream) run(event->stream); delete event; return SUCCESS; }
API cuEventRecord(Event* event, Stream* stream) {
    ENTER(true)
    if (!streams.count(stream)) return INVALID_HANDLE;
    event->recorded = true;
    event->done = false;
    event->stream = stream;
    stream->tasks.push_back({nullptr, event});
    return SUCCESS;
}
API cuEventQuery(Event* event) { ENTER(true) return event->done ? SUCCESS : NOT_READY; }
API cuEventSynchronize(Event* event) { ENTER(true) return event->done ? SUCCESS : run(event->stream); }
API cuStreamWaitEvent(Stream* stream, Event* event, unsigned) {
    ENTER(true)
    return queue(stream, [event] { return event->done ? SUCCESS : run(event->stream); });
}

API cuMemcpyHtoDAsync_v2(uint64_t to, const void* from, size_t bytes, Stream* stream) {
    ENTER(true)
    if (!inside(to, bytes)) return INVALID_VALUE;
    // Pageable memory is taken at once
    std::string taken((const char*) from, bytes);
    return queue(stream, [=] { memcpy((void*) to, taken.data(), bytes); return SUCCESS; });
}
API cuMemcpyDtoHAsync_v2(void* to, uint64_t from, size_t bytes, Stream* stream) {
    ENTER(true)
    if (!inside(from, bytes)) return INVALID_VALUE;
    return queue(stream, [=] { memcpy(to, (void*) from, bytes); return SUCCESS; });
}
API cuMemcpyDtoDAsync_v2(uint64_t to, uint64_t from, size_t bytes, Stream* stream) {
    ENTER(true)
    if (!inside(to, bytes) || !inside(from, bytes)) return INVALID_VALUE;
    return queue(stream, [=] { memcpy((void*) to, (void*) from, bytes); return SUCCESS; });
}

API cuModuleLoadData(Module** module, const void* image) {
    ENTER(true)
    const char* text = (const char*) image;
    if (!strstr(text, ".version 7.0") || !strstr(text, ".target sm_75")) return INVALID_PTX;
    *module = new Module{text};
    return SUCCESS;
}
API cuModuleGetFunction(Function** function, Module* module, const char* name) {
    ENTER(true)
    auto entry = (void (*)(void**)) dlsym(RTLD_DEFAULT, (std::string("host_") + name).c_str());
    if (!entry) {
        Dl_info self;
        dladdr((void*) cuInit, &self);
        void* own = dlopen(self.dli_fname, RTLD_NOW | RTLD_NOLOAD);
        entry = (void (*)(void**)) dlsym(own, (std::string("host_") + name).c_str());
    }
    if (!entry || module->text.find(std::string(".entry ") + name + "(") == std::string::npos) return NOT_FOUND;
    *function = new Function{name, entry};
    return SUCCESS;
}

API cuLaunchKernel(Function* f, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by, unsigned bz, unsigned,
                   Stream* stream, void** arguments, void**) {
    ENTER(true)
    if (!gx || !gy || !gz || !bx || !by || !bz || bx * by * bz > 1024) return INVALID_VALUE;
    // Arguments are the caller's again when this returns
    std::string taken((const char*) arguments[0], 4096);
    return queue(stream, [=] {
        void* at[1] = {(void*) taken.data()};
        gridDim = {gx, gy, gz};
        blockDim = {bx, by, bz};
        for (unsigned b = 0; b < gx; b++) {
            blockIdx = {b, 0, 0};
            for (unsigned t = 0; t < bx; t++) {
                threadIdx = {t, 0, 0};
                f->entry(at);
            }
        }
        return SUCCESS;
    });
}
