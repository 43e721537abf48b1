/** The errors: one small hierarchy with NumPy's distinctions. */
@NullMarked
package io.arrayport.core.error;

import org.jspecify.annotations.NullMarked;
