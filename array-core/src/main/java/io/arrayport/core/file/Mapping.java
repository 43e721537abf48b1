package io.arrayport.core.file;

import java.lang.foreign.MemorySegment;

/**
 * A mapped range.
 *
 * @param segment the bytes
 * @param flush brings what was written to a shared mapping to the disk
 * @param unmap gives the range back, once, from any thread
 */
record Mapping(MemorySegment segment, Runnable flush, Runnable unmap) {}
