/** The families of damaged descriptors, over memory of which every buffer ends at a page that nobody may touch. */
@NullMarked
package io.arrayport.conformance.fuzz.cases;

import org.jspecify.annotations.NullMarked;
