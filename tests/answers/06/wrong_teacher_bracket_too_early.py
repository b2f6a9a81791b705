# cause: The bracket of `plt.plot` closes before `"k."`: the marker is not handed to `plt.plot`, so the points are drawn without one and cannot be seen.
# expect: behind the bracket
# fix: line 13:     plt.plot(t, v, "k.")  # a small black dot at (t, v)
# Exercise 6
step_end = int(t_max / dt)  # 150 steps of one millisecond
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v), "k."  # a small black dot at (t, v)
    v = v + dt / tau * (el - v + r * i)

plt.show()
