/**
 * Arrow's IPC file format: its metadata, read from untrusted bytes with every offset checked, and written.
 *
 * <p>Nothing here holds memory: readers see a segment, and give back plain records of offsets and counts.
 */
@NullMarked
package io.arrayport.arrow.ipc;

import org.jspecify.annotations.NullMarked;
