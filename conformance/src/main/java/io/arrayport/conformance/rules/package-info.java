/** Lists of exceptions, each with its reason. */
@NullMarked
package io.arrayport.conformance.rules;

import org.jspecify.annotations.NullMarked;
