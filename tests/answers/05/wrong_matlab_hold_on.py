# cause: plt.hold('on') is Matlab's hold on; Matplotlib has no such function (and does not need it) and stops with an AttributeError.
# expect: unknown function
# fix: line 5: delete
# Exercise 5
step_end = 25

plt.figure()
plt.hold('on')
plt.title("Input current")
plt.xlabel("t [s]")
plt.ylabel("I [A]")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")  # one black circle at (t, i)

plt.show()
