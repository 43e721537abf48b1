/** Arrow vectors, tables and IPC files as arrays. */
@NullMarked
package io.arrayport.arrow;

import org.jspecify.annotations.NullMarked;
