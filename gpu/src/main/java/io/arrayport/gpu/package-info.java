/** Arrays in CUDA memory. */
@NullMarked
package io.arrayport.gpu;

import org.jspecify.annotations.NullMarked;
