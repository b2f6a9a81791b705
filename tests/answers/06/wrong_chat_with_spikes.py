# cause: A rule for spikes was added: `v` is set to `vr` when it gets to the threshold; the neuron of this notebook has no reset.
# expect: reset condition
# fix: line 17: delete
# fix: line 18: delete
# fix: line 19: delete
# Exercise 6
# Leaky integrate-and-fire neuron (forward Euler)
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    # current time and input
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    # update the membrane potential
    v = v + dt / tau * (el - v + r * i)
    # spike and reset
    if v >= vth:
        v = vr
    # plot
    plt.plot(t, v, "k.")

plt.show()
