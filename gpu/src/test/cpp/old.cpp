// A driver of long ago: it starts, and lacks most of what is called today.
extern "C" int cuInit(unsigned) { return 0; }
extern "C" int cuDriverGetVersion(int* version) { *version = VERSION; return 0; }
extern "C" int cuDeviceGetCount(int* count) { *count = 1; return 0; }
