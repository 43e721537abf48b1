/** What holds of the whole of Arrayport. */
@NullMarked
package io.arrayport.conformance;

import org.jspecify.annotations.NullMarked;
