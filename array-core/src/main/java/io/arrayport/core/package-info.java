/** The np namespace: where a user of the arrays starts. */
@NullMarked
package io.arrayport.core;

import org.jspecify.annotations.NullMarked;
