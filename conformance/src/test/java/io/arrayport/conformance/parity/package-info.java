/** NumPy's answers against this library, the account of them, and the files that go with it. */
@NullMarked
package io.arrayport.conformance.parity;

import org.jspecify.annotations.NullMarked;
