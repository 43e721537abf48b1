/** Single elements at addresses: reading, writing and rounding them, in any type and byte order. */
@NullMarked
package io.arrayport.core.element;

import org.jspecify.annotations.NullMarked;
