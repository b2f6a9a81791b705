# cause: rounds v itself, and goes on with the rounded value
# expect: right value changed
# fix: line 14: delete
# Exercise 6
step_end = int(t_max / dt)
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    v = round(v, 3)  # 3 decimals
    plt.plot(t, v, "k.")

plt.show()
