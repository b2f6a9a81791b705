# cause: The lists are emptied in every round of the loop, so only the last point is left.
# expect: list emptied
# fix: after line 3: ts = []; vs = []
# fix: line 5: delete
# Exercise 6
step_end = int(t_max / dt)
v = el
for step in range(step_end):
    ts = []; vs = []
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    ts.append(t); vs.append(v)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)"); plt.ylabel("$V_m$ (V)")
plt.plot(ts, vs, "k.")
plt.show()
