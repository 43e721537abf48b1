/** Basic indexing as pure geometry: the parts of an index, their text form, and what they make of a layout. */
@NullMarked
package io.arrayport.core.index;

import org.jspecify.annotations.NullMarked;
