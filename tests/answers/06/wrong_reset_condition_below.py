# cause: The student added the spike and reset of a full LIF neuron (as a chat assistant offers it), but this neuron must not spike.
# expect: reset condition
# fix: line 14: delete
# fix: line 15: delete
# Exercise 6
step_end = int(t_max/dt)  # how many steps of dt fit into t_max
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    if v > vth:
        v = vr
    plt.plot(t, v, 'k.')

plt.show()
