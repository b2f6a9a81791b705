# cause: divides by the number of steps, and writes the color with a small letter
# expect: plot format
# fix: line 19:     v_mean = sum(v_n) / n
# fix: line 22:     plt.plot(t, v_mean, 'C0.', alpha=0.8)
# Exercise 9
np.random.seed(2020)
step_end = int(t_max / dt)
n = 50
v_n = [el] * n

plt.figure()
plt.title('Multiple realizations of $V_m$')
plt.xlabel('time (s)')
plt.ylabel('$V_m$ (V)')

for step in range(step_end):
    t = step * dt
    for j in range(0, n):
        i = i_mean * (1 + 0.1 * (t_max/dt)**(0.5) * (2* np.random.random() - 1))
        v_n[j] = v_n[j] + (dt / tau) * (el - v_n[j] + r*i)

    # sample mean
    v_mean = sum(v_n) / step_end

    plt.plot(n*[t], v_n, 'k.', alpha=0.1)
    plt.plot(t, v_mean, 'c0.', alpha=0.8)

plt.show()
