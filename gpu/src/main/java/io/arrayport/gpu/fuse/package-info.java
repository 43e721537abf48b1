/** Whole expressions as kernels: written as C++, compiled on this machine, and kept. */
@NullMarked
package io.arrayport.gpu.fuse;

import org.jspecify.annotations.NullMarked;
