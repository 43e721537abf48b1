/** The golden cases: what NumPy does, as data, and the reader that holds Arrayport against it. */
@NullMarked
package io.arrayport.conformance.golden;

import org.jspecify.annotations.NullMarked;
