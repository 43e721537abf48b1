/** NVIDIA's libraries beside the driver, found at run time: what there is of them, and how they are called. */
@NullMarked
package io.arrayport.gpu.library;

import org.jspecify.annotations.NullMarked;
