# cause: Only half of the step of 06 was changed to the list: the leak still uses a single v, and v = el was added on top to silence the NameError.
# expect: other name
# fix: line 6: delete
# fix: line 17:         v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
# Exercise 8
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n
v = el

plt.figure()
plt.title("Realizations of $V_m$")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    for j in range(n):
        i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
        v_n[j] = v_n[j] + dt / tau * (el - v + r * i)
    plt.plot([t] * n, v_n, "k.", alpha=0.1)

plt.show()
