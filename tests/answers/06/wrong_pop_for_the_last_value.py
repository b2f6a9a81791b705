# cause: vs.pop() takes the last value out of the list.
# expect: taken out
# fix: line 12:     v = vs[-1]
step_end = int(t_max / dt)
vs = [el]
plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
ts = []
for step in range(step_end):
    t = step * dt
    ts.append(t)
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = vs.pop()
    vs.append(v + dt / tau * (el - v + r * i))

plt.plot(ts, vs[:-1], "k.")
plt.show()
