/**
 * Arrow's IPC file and stream formats: their metadata, read from untrusted bytes with every offset checked, and
 * written.
 */
@NullMarked
package io.arrayport.arrow.ipc;

import org.jspecify.annotations.NullMarked;
