// As much of libcuda as the gpu module calls, on the host. Kernels are those of src/main/cuda, compiled by g++.
//
// What it is stricter in than a device: device memory is closed to everything but the driver's own work, so that a
// host access ends the process; work of a stream is done as late as may be, when somebody waits for it; memory that is
// allocated or freed is filled with nonsense.
#include "host.h"
#undef __noinline__  // a word of the standard library's too
#include "fibers.h"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <deque>
#include <elf.h>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace {
enum { SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NOT_INITIALIZED = 3, INVALID_DEVICE = 101, INVALID_IMAGE = 200, INVALID_CONTEXT = 201,
       INVALID_PTX = 218, INVALID_HANDLE = 400, NOT_FOUND = 500, NOT_READY = 600, ILLEGAL_ADDRESS = 700 };

const size_t SPACE = 1ull << 30, PAGE = 4096, NOTICED = 1 << 20; // Bytes of a block that are filled with nonsense
const unsigned char NONSENSE = 0xA5;

struct Mark { bool done; struct Stream* stream; }; // outlives its event: who waits goes on waiting
struct Event { std::shared_ptr<Mark> mark = std::make_shared<Mark>(Mark{true, nullptr}); };
struct Task { std::function<int()> run; std::shared_ptr<Mark> marks; };
struct Stream { std::deque<Task> tasks; };
struct Module { std::string text; void* code; };
struct Function { std::string name; void (*entry)(void**); bool fibers; };

std::recursive_mutex lock;
bool initialised, retained;
thread_local void* current;
int context_, lost;             // an error of a kernel stays
std::string failing; int failure, after; // what the next call of a function returns
std::map<uint64_t, size_t> blocks; // of device memory, by address
Stream legacy, perThread;
std::set<Stream*> streams{&legacy, &perThread};
std::set<Event*> events;
std::map<const char*, size_t> pinned;  // of main memory, by address
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
    if (s->tasks.empty()) return lost;
    Opened opened;
    while (!s->tasks.empty()) {
        Task task = s->tasks.front();
        s->tasks.pop_front();
        if (task.run) { int result = lost ? lost : task.run(); if (result) lost = result; }
        if (task.marks) task.marks->done = true;
    }
    return lost;
}

// A stream by its handle, of which some are numbers; null if it is none.
Stream* known(Stream* s) {
    uint64_t handle = (uint64_t) s;
    if (handle <= 1) return &legacy;
    if (handle == 2) return &perThread;
    return streams.count(s) ? s : nullptr;
}

bool inside(uint64_t address, size_t bytes) {
    auto after = blocks.upper_bound(address);
    if (after == blocks.begin()) return false;
    --after;
    return address + bytes <= after->first + after->second;
}

int queue(Stream* handle, std::function<int()> task) {
    Stream* s = known(handle);
    if (!s) return INVALID_HANDLE;
    s->tasks.push_back({task});
    return SUCCESS;
}
}

#define API extern "C" int
#define ENTER(context) std::lock_guard<std::recursive_mutex> guard(lock); if (int failed = enter(__func__, context)) return failed;

// Tests: the call of `function` after so many others returns `code`.
extern "C" void emulatorFail(const char* function, int code, int calls) { failing = function; failure = code; after = calls; }
extern "C" void emulatorLose(int code) { lost = code; }
extern "C" int emulatorEvents() { return (int) events.size(); }

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
    memset((void*) at, NONSENSE, std::min(bytes, NOTICED));
    *address = at;
    return SUCCESS;
}
API cuMemFree_v2(uint64_t address) {
    ENTER(true)
    auto block = blocks.find(address);
    if (block == blocks.end()) return INVALID_VALUE;
    for (Stream* s : streams) run(s);
    Opened opened;
    memset((void*) address, ~NONSENSE, std::min(block->second, NOTICED));
    if (block->second > NOTICED) madvise((void*) address, block->second, MADV_DONTNEED); // Opening pages takes time for each
    held -= block->second;
    blocks.erase(block);
    return SUCCESS;
}

API cuStreamCreate(Stream** stream, unsigned) { ENTER(true) *stream = new Stream; streams.insert(*stream); return SUCCESS; }
API cuStreamSynchronize(Stream* stream) { ENTER(true) return known(stream) ? run(known(stream)) : INVALID_HANDLE; }
API cuStreamQuery(Stream* stream) { ENTER(true) return !known(stream) ? INVALID_HANDLE : known(stream)->tasks.empty() ? SUCCESS : NOT_READY; }
API cuCtxSynchronize() { ENTER(true) for (Stream* s : streams) run(s); return lost; }
API cuStreamDestroy_v2(Stream* stream) {
    ENTER(true)
    if (!streams.count(stream)) return INVALID_HANDLE;
    run(stream);
    streams.erase(stream);
    delete stream;
    return SUCCESS;
}
API cuEventCreate(Event** event, unsigned) { ENTER(true) *event = new Event; events.insert(*event); return SUCCESS; }
API cuEventDestroy_v2(Event* event) { ENTER(true) if (!events.erase(event)) return INVALID_HANDLE; delete event; return SUCCESS; }
API cuEventRecord(Event* event, Stream* handle) {
    ENTER(true)
    if (!events.count(event)) return INVALID_HANDLE;
    Stream* stream = known(handle);
    if (!stream) return INVALID_HANDLE;
    event->mark = std::make_shared<Mark>(Mark{false, stream});
    stream->tasks.push_back({nullptr, event->mark});
    return SUCCESS;
}
API cuEventQuery(Event* event) { ENTER(true) if (!events.count(event)) return INVALID_HANDLE; return event->mark->done ? SUCCESS : NOT_READY; }
API cuEventSynchronize(Event* event) { ENTER(true) if (!events.count(event)) return INVALID_HANDLE; return event->mark->done ? SUCCESS : run(event->mark->stream); }
API cuStreamWaitEvent(Stream* stream, Event* event, unsigned) {
    ENTER(true)
    if (!events.count(event)) return INVALID_HANDLE;
    std::shared_ptr<Mark> mark = event->mark;
    return queue(stream, [mark] { return mark->done ? SUCCESS : run(mark->stream); });
}

API cuMemHostAlloc(void** address, size_t bytes, unsigned) {
    ENTER(true)
    *address = malloc(bytes);
    pinned[(const char*) *address] = bytes;
    return SUCCESS;
}
API cuMemFreeHost(void* address) {
    ENTER(true)
    for (Stream* s : streams) run(s);
    pinned.erase((const char*) address);
    free(address);
    return SUCCESS;
}

API cuMemcpyHtoDAsync_v2(uint64_t to, const void* from, size_t bytes, Stream* stream) {
    ENTER(true)
    if (!inside(to, bytes)) return INVALID_VALUE;
    auto after = pinned.upper_bound((const char*) from);
    if (after != pinned.begin() && (const char*) from < std::prev(after)->first + std::prev(after)->second)
        return queue(stream, [=] { memcpy((void*) to, from, bytes); return SUCCESS; });
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

// Work of a library beside the driver: done later, with a copy of what it is given.
extern "C" int emulatorQueue(Stream* stream, void (*work)(const void*), const void* taken, size_t bytes) {
    ENTER(true)
    std::string kept((const char*) taken, bytes);
    return queue(stream, [=] { work(kept.data()); return (int) SUCCESS; });
}

// Machine code is a library of the host here: what its own emulator of NVRTC makes.
static int loadCode(Module** module, const void* image) {
    auto head = (const Elf64_Ehdr*) image;
    size_t bytes = head->e_shoff + (size_t) head->e_shnum * head->e_shentsize;
    char path[] = "/tmp/arrayport-code-XXXXXX"; // a name that no other had: the loader knows libraries by theirs
    int file = mkstemp(path);
    void* code = write(file, image, bytes) == (ssize_t) bytes ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : nullptr;
    close(file);
    unlink(path);
    if (!code) return INVALID_IMAGE;
    *module = new Module{"", code};
    return SUCCESS;
}
API cuModuleLoadData(Module** module, const void* image) {
    ENTER(true)
    if (memcmp(image, ELFMAG, SELFMAG) == 0) return loadCode(module, image);
    const char* text = (const char*) image;
    if (!strstr(text, ".version 7.0") || !strstr(text, ".target sm_75")) return INVALID_PTX;
    *module = new Module{text, nullptr};
    return SUCCESS;
}
API cuModuleGetFunction(Function** function, Module* module, const char* name) {
    ENTER(true)
    Dl_info self;
    dladdr((void*) cuInit, &self);
    void* own = module->code ? module->code : dlopen(self.dli_fname, RTLD_NOW | RTLD_NOLOAD);
    auto entry = (void (*)(void**)) dlsym(own, (std::string("host_") + name).c_str());
    bool fibers = !entry;
    if (fibers) entry = (void (*)(void**)) dlsym(own, (std::string("block_") + name).c_str());
    bool stated = module->code || module->text.find(std::string(".entry ") + name + "(") != std::string::npos;
    if (!entry || !stated) return NOT_FOUND;
    *function = new Function{name, entry, fibers};
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
        for (uint64_t b = 0; b < (uint64_t) gx * gy * gz; b++) {
            blockIdx = {(unsigned) (b % gx), (unsigned) (b / gx % gy), (unsigned) (b / gx / gy)};
            if (f->fibers) {
                if (int failed = runBlock(f->entry, at, bx * by * bz)) return failed;
                continue;
            }
            for (unsigned t = 0; t < bx * by * bz; t++) {
                threadIdx = {t % bx, t / bx % by, t / bx / by};
                f->entry(at);
            }
        }
        return (int) SUCCESS;
    });
}
