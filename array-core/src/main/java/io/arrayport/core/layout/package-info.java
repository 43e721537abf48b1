/** Geometry: shapes and byte strides as values, views as pure functions of them. No memory. */
@NullMarked
package io.arrayport.core.layout;

import org.jspecify.annotations.NullMarked;
