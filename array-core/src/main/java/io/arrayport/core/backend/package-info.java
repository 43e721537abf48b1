/** What a device must offer, and the words in which it is asked. */
@NullMarked
package io.arrayport.core.backend;

import org.jspecify.annotations.NullMarked;
