/**
 * Holds what kustomize makes of the overlays against the schemas of its kinds, against the policy of this project, and
 * against the event contract. A {@link dev.newera.kubernetes.Rule} looks at all manifests of an overlay and complains; every
 * rule must complain about the bad sample, or it would not be known to look at all.
 *
 * <p>Nothing here ever speaks to a cluster, and nothing here renders: the renderings are checked in, and a test tells when
 * they are not of the sources beside them.
 */
package dev.newera.kubernetes;
