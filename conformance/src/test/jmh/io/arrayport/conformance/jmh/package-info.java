/**
 * The library's own micro-benchmarks, by JMH; figures against NumPy are {@code ./arrayport bench}'s. In the checkout:
 *
 * <pre>mvn -q -Pjmh -Dquick -DskipTests -pl conformance -am verify -Djmh.args="SmallArrays -f 1"</pre>
 */
@NullMarked
package io.arrayport.conformance.jmh;

import org.jspecify.annotations.NullMarked;
