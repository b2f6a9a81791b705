# cause: The loop takes every current, also the last, so v gets one value too many (151 to 150 times) and plt.plot crashes.
# expect: lengths differ
# fix: line 8: for i_now in i[:-1]:
# Exercise 11
np.random.seed(2020)
step_end = int(t_max / dt)
t_range = np.arange(step_end) * dt
i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))

v = [el]
for i_now in i:
    v_old = v[-1]
    v.append(v_old + dt / tau * (el - v_old + r * i_now))
v = np.array(v)
print(v.shape)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
plt.plot(t_range, v, "k.")
plt.show()
