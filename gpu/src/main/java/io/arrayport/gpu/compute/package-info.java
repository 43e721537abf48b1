/** The backend that computes on NVIDIA devices. */
@NullMarked
package io.arrayport.gpu.compute;

import org.jspecify.annotations.NullMarked;
