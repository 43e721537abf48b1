/** Arrow's C data, stream and device interfaces, by structs in memory and nothing else. */
@NullMarked
package io.arrayport.arrow.c;

import org.jspecify.annotations.NullMarked;
