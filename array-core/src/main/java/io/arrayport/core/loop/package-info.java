/** Walks n-dimensional geometry and hands strips to kernels. */
@NullMarked
package io.arrayport.core.loop;

import org.jspecify.annotations.NullMarked;
