/** The bridge's own table between element types and Arrow's types. */
@NullMarked
package io.arrayport.arrow.type;

import org.jspecify.annotations.NullMarked;
