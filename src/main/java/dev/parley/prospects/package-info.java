/// People a business may sell to: who they are and which stage they have reached.
@NullMarked
package dev.parley.prospects;

import org.jspecify.annotations.NullMarked;
